package org.threesigns.result;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.statistics.PeerFigures;

/** A sign with every answer on it, for a professional: what must not be mixed stands apart. */
record SignAnswers(SignView sign, List<Group> groups) {

    /** @param name of the strand that these answers are about; empty for those of no strand with a name */
    record Group(Optional<String> name, List<AnswerView> answers) {}

    static SignAnswers of(ScoredAnswers answers, ScaleScore score, PeerFigures peers, Locale language) {
        return new SignAnswers(SignView.of(answers, score, peers, language), groups(answers, score.scale(), language));
    }

    /** What has to be said for reading these, as parts of message keys. */
    static List<String> notes(List<SignAnswers> signs) {
        var notes = new ArrayList<String>();
        if (signs.isEmpty()) {
            return notes;
        }
        boolean plain = signs.stream()
                .noneMatch(answers -> answers.sign().sum() || answers.sign().isTransformed());
        notes.add(plain ? "scale" : "sum");
        if (signs.stream().anyMatch(answers -> answers.sign().isTransformed())) {
            notes.add("transform");
        }
        if (signs.stream().anyMatch(SignAnswers::isWeighted)) {
            notes.add("weights");
        }
        if (signs.stream().anyMatch(answers -> answers.sign().boxes())) {
            notes.add("boxes");
        }
        if (signs.stream().anyMatch(SignAnswers::isPartlyAsked)) {
            notes.add("asked");
        }
        if (signs.stream()
                .flatMap(answers -> answers.sign().score().stream())
                .anyMatch(score -> score.error().isPresent())) {
            notes.add("error");
        }
        return notes;
    }

    private boolean isWeighted() {
        return answers().anyMatch(answer -> answer.weight().isPresent());
    }

    private boolean isPartlyAsked() {
        return answers().anyMatch(answer -> !answer.asked());
    }

    private Stream<AnswerView> answers() {
        return groups.stream().flatMap(group -> group.answers().stream());
    }

    private static List<Group> groups(ScoredAnswers answers, Scale scale, Locale language) {
        var text = answers.text(language).scale(scale);
        var groups = new ArrayList<Group>();
        var grouped = new HashSet<Item>();
        scale.strands()
                .forEach(strand -> text.strand(strand).ifPresent(name -> {
                    groups.add(new Group(Optional.of(name), AnswerView.on(scale, answers, strand.items(), language)));
                    grouped.addAll(strand.items());
                }));
        List<Item> others =
                scale.items().stream().filter(item -> !grouped.contains(item)).toList();
        if (!others.isEmpty()) {
            groups.add(new Group(Optional.empty(), AnswerView.on(scale, answers, others, language)));
        }
        return groups;
    }
}
