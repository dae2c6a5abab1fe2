package org.threesigns.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.Support;

/**
 * The words that fit one result.
 *
 * @param lead what stands before everything else where support comes first
 * @param signs one for each scale that has a score; none where the instrument has no guidance
 * @param strengths answers that speak for something that helps, two at most
 * @param loop how two of the answers can feed each other
 * @param closing advice from the items that are not scored
 */
public record Guidance(
        Optional<Support.First> lead,
        List<SignGuidance> signs,
        List<Strength> strengths,
        Optional<Tip> loop,
        List<Tip> closing,
        Optional<Plan> plan) {

    static final Guidance NONE =
            new Guidance(Optional.empty(), List.of(), List.of(), Optional.empty(), List.of(), Optional.empty());

    public Guidance {
        signs = List.copyOf(signs);
        strengths = List.copyOf(strengths);
        closing = List.copyOf(closing);
    }

    /** What to say on this scale; empty where it has no score or no guidance. */
    public Optional<SignGuidance> on(Scale scale) {
        return signs.stream().filter(sign -> sign.scale().equals(scale)).findFirst();
    }

    /** The same, with this before everything else. */
    Guidance ledBy(Support.First first) {
        return new Guidance(Optional.of(first), signs, strengths, loop, closing, plan);
    }

    /** Everything in it that rests on a claim. */
    public List<Tip> everyTip() {
        var tips = new ArrayList<Tip>();
        for (SignGuidance sign : signs) {
            sign.practice().ifPresent(tips::add);
            tips.addAll(sign.tips());
        }
        strengths.forEach(strength -> tips.add(strength.why()));
        loop.ifPresent(tips::add);
        tips.addAll(closing);
        plan.ifPresent(steps -> tips.addAll(steps.weeks()));
        return tips;
    }

    /**
     * An answer to be quoted as something that helps.
     *
     * @param why in what way it does
     */
    public record Strength(Item item, Tip why) {}

    /** One small step a week. */
    public record Plan(String introduction, List<Tip> weeks) {

        public Plan {
            weeks = List.copyOf(weeks);
        }
    }
}
