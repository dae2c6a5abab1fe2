package org.threesigns.osd;

import java.util.List;

/** A questionnaire asks for something that this application, or the format, cannot say; or its file is broken. */
class UnsupportedFeatureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param feature what it asks for
     * @param place where in the file
     */
    UnsupportedFeatureException(String feature, String place) {
        this(List.of("%s: %s".formatted(place, feature)));
    }

    /** @param features all that it asks for, each with its place */
    UnsupportedFeatureException(List<String> features) {
        super(String.join("\n", features));
    }
}
