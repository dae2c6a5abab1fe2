package org.threesigns.osd;

/** A questionnaire asks for something that this application cannot do, or its file is broken. */
class UnsupportedScaleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param feature what it asks for
     * @param place where in the file
     */
    UnsupportedScaleException(String feature, String place) {
        super("%s: %s".formatted(place, feature));
    }
}
