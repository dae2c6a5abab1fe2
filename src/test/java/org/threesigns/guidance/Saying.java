package org.threesigns.guidance;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a text can say about the answers, in any language and wording, and the answers of which that is true. Written by hand
 * from the questionnaire, and not from what the texts assume.
 *
 * @param sign the sign whose text says it; empty for any
 */
record Saying(String sign, Pattern words, Predicate<AnswerSheet> isTrueOf) {

    static final List<Saying> OF_THREE_SIGNS = List.of(
            // Keeping distance
            in("distance", "space .*(is|was) rare for you|rara vez tom", sheet -> sheet.highest("D123456") <= 2),
            in(
                    "distance",
                    "sometimes ma[kd]e space|making space sometimes|a veces tom",
                    sheet -> sheet.highest("D123456") == 3),
            in("distance", "often ma[kd]e space|a menudo tom", sheet -> sheet.anyHigh("D123456")),
            in("distance", "often show|a menudo (muestras|mostrabas)", sheet -> sheet.anyLow("D78")),
            in("distance", "openings that (are|were) rare|poco frecuentes", sheet -> sheet.anyHigh("D78")),
            in("distance", "(is|was) higher: |qued(a|ó) más alto: ", sheet -> sheet.anyHigh("D123456")),
            in(
                    "distance",
                    "much higher: |mucho más alto: ",
                    sheet -> sheet.highest("D123456") - sheet.mean("D12345678") >= 1.5),

            // Balance of power
            in("control", "room for two|sitio para dos", sheet -> !sheet.holdsOn() && !sheet.anyHigh("C123")),
            in("control", "tug .* rare|rara vez h", sheet -> sheet.highest("C123456") <= 2),
            in("control", "[Hh]olding on c[oa]mes? up often|retener (a tu pareja )?aparec", AnswerSheet::holdsOn),
            in("control", "can calm a fear|puede calmar el miedo", sheet -> sheet.holdsOn() && !sheet.givesWay()),
            in("control", "holding on .*sometimes|a veces ret[ei]", sheet -> sheet.highest("C456") == 3),
            in("control", "sometimes worr|a veces te preocupa", sheet -> sheet.highest("C123") == 3),
            in("control", "Support comes first|Primero, el apoyo", AnswerSheet::givesWay),
            in("control", "often (feel|felt) you ha|a menudo sent?[íi]", AnswerSheet::givesWay),
            in("control", "back to be even|alejaba?s para igualar", sheet -> sheet.anyHigh("C2")),
            in("control", "this (happen(s|ed)|c[oa]mes? up) often|esto (pasa|aparec)", sheet -> sheet.anyHigh("C123")),
            in("control", "has a price|tiene un precio", sheet -> sheet.highest("C123") >= 3),
            in(
                    "control",
                    "plain words about a need|alegrarte",
                    sheet -> sheet.anyHigh("C78") && sheet.highest("C123456") <= 2),

            // Reading between the lines
            in("cues", "rarely s(ee|aw) trouble|rara vez ve", sheet -> sheet.highest("A123456") <= 2),
            in("cues", "sometimes fe(els|lt) like bad news|a veces una mirada", sheet -> sheet.highest("A123456") == 3),
            in("cues", "often s(ee|aw) trouble|a menudo ve", sheet -> sheet.anyHigh("A123456")),
            in("cues", "often th(ink|ought) or ask|a menudo p(iensa|ensaba)", sheet -> sheet.anyLow("A78")),
            in("cues", "thinking twice|pensarlo dos veces", sheet -> sheet.anyHigh("A78")),
            in("cues", "(is|was) higher: |qued(a|ó) más alto: ", sheet -> sheet.anyHigh("A123456")),
            in(
                    "cues",
                    "much higher: |mucho más alto: ",
                    sheet -> sheet.highest("A123456") - sheet.mean("A12345678") >= 1.5),

            // Loops
            in(
                    "",
                    "often pull(ed)? back after|alejaba?s tras una palabra fría, y",
                    sheet -> sheet.anyHigh("D1") && sheet.anyHigh("D8")),
            in(
                    "",
                    "often expect(ed)? the worst|a menudo espera(ba)?s lo peor",
                    sheet -> sheet.anyHigh("A5") && sheet.anyHigh("A1")));

    static final List<Saying> OF_AT_EASE = List.of(
            // Something missing
            in("missing", "rarely missing|rara vez te falta", sheet -> sheet.highest("M12345") <= 2),
            in("missing", "sometimes missing|a veces te falta", sheet -> sheet.highest("M12345") == 3),
            in("missing", "often missing|a menudo te falta", sheet -> isHigh(sheet, "M12345")),
            in("missing", "(is|was) higher: |qued(a|ó) más alto: ", sheet -> sheet.anyHigh("M12345")),
            in("missing", "much higher: |mucho más alto: ", sheet -> isFarAbove(sheet, "M12345")),

            // Unease
            in("unease", "Support comes first|Primero, el apoyo", AnswerSheet::treadsInFear),
            in("unease", "often pick(ed)? your words|a menudo el[ei]g", sheet -> sheet.anyHigh("U2")),
            in("unease", "seldom fe(el|lt) free|pocas veces sent?[íi]", sheet -> sheet.anyHigh("U4")),
            in("unease", "this c[oa]mes? up often|esto aparec", sheet -> sheet.anyHigh("U24") && !sheet.treadsInFear()),
            in("unease", "has a price|tiene un precio", sheet -> sheet.anyHigh("U24")),
            in("unease", "rarely fe(el|lt) uneasy|rara vez sent?[íi]", sheet -> sheet.highest("U12345") <= 2),
            in("unease", "sometimes fe(el|lt) uneasy|a veces sent?[íi]", sheet -> sheet.highest("U12345") == 3),
            in(
                    "unease",
                    "often fe(el|lt) uneasy|a menudo sent?[íi]",
                    sheet -> sheet.anyHigh("U135") && isHigh(sheet, "U12345")),
            in("unease", "(is|was) higher: |qued(a|ó) más alto: ", sheet -> sheet.anyHigh("U135")),
            in("unease", "much higher: |mucho más alto: ", sheet -> isFarAbove(sheet, "U12345")),

            // The loop
            in("", "often wait(ed)? for|a menudo espera(ba)?s que algo", sheet -> sheet.anyHigh("U3")),
            in("", "can seldom relax|could seldom relax|pocas veces pod[íi]", sheet -> sheet.anyHigh("U1")));

    /** What nobody reads, whatever they answered. */
    static final List<Saying> NEVER = List.of(
            in(
                    "",
                    "let them choose|dejar que elija|before you check|getting even|Apart from that|Por lo demás",
                    sheet -> false),
            in("", "\\{|\\}", sheet -> false));

    private static boolean isHigh(AnswerSheet sheet, String items) {
        return sheet.mean(items) >= 3.5;
    }

    private static boolean isFarAbove(AnswerSheet sheet, String items) {
        return sheet.highest(items) - sheet.mean(items) >= 1.5;
    }

    private static Saying in(String sign, String words, Predicate<AnswerSheet> isTrueOf) {
        return new Saying(sign, Pattern.compile(words, Pattern.DOTALL), isTrueOf);
    }

    boolean isSaidIn(String scale, String text) {
        return (sign.isEmpty() || sign.equals(scale)) && words.matcher(text).find();
    }
}
