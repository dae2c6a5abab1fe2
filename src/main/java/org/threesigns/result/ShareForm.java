package org.threesigns.result;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threesigns.assessment.Shares;
import org.threesigns.instrument.Scale;

/**
 * What somebody asked to share, right or wrong.
 *
 * @param signs the keys of the scales that were ticked, known ones only, in the order of the instrument
 * @param days what was written into the field
 */
record ShareForm(List<String> signs, String days) {

    static final int USUAL_DAYS = 14;

    ShareForm {
        signs = List.copyOf(signs);
    }

    static ShareForm empty() {
        return new ShareForm(List.of(), String.valueOf(USUAL_DAYS));
    }

    static ShareForm of(Result result, @Nullable List<String> ticked, @Nullable String days) {
        List<String> sent = ticked == null ? List.of() : ticked;
        return new ShareForm(
                result.instrument().scales().stream()
                        .map(Scale::id)
                        .filter(sent::contains)
                        .toList(),
                days == null ? "" : days.strip());
    }

    public boolean chooses(String sign) {
        return signs.contains(sign);
    }

    /** The number of days, where it is one that a share can last. */
    Optional<Integer> validDays() {
        return Optional.of(days)
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= Shares.MOST_DAYS);
    }

    /**
     * What is wrong with it.
     *
     * @param signs whether no sign is chosen
     * @param days whether the days are out of range
     * @param full whether there are as many shares as can be
     */
    record Problems(boolean signs, boolean days, boolean full) {

        static final Problems NONE = new Problems(false, false, false);
        static final Problems FULL = new Problems(false, false, true);

        public boolean any() {
            return signs || days || full;
        }
    }

    Problems problems(int open) {
        return new Problems(signs.isEmpty(), validDays().isEmpty(), open >= Shares.MOST_OPEN);
    }
}
