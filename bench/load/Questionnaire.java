import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the form asks, and what may be answered; read from the first form that comes, as it is the same for everybody. */
record Questionnaire(Map<String, List<String>> options) {

    static final String PATH = "/en/check/three-signs";

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern CHOICE =
            Pattern.compile("<input type=\"radio\"[^>]*? name=\"([^\"]+)\" value=\"([^\"]+)\"");
    private static final Pattern STORED =
            Pattern.compile("\"item\"\\s*:\\s*\"([^\"]+)\"[^}]*?\"answer\"\\s*:\\s*(?:\"([^\"]+)\"|null)");

    /**
     * A form that was filled in.
     *
     * @param fields as they are sent
     * @param answers one character an item, in the order asked: which option was chosen
     */
    record Sheet(String fields, String answers) {}

    static Questionnaire read(Line line) throws IOException {
        Answer form = line.get(PATH);
        form.require(200);
        Map<String, List<String>> options = new LinkedHashMap<>();
        Matcher choice = CHOICE.matcher(form.body());
        while (choice.find()) {
            options.computeIfAbsent(choice.group(1), item -> new ArrayList<>()).add(choice.group(2));
        }
        if (options.isEmpty()) {
            throw new IOException("The form asks nothing");
        }
        return new Questionnaire(options);
    }

    /** Answers every question as chance has it, and sends back what the form hides. */
    Sheet fillIn(String form, SplittableRandom random) throws IOException {
        StringBuilder fields = new StringBuilder();
        Matcher hidden = HIDDEN.matcher(form);
        hidden.region(0, Math.max(0, form.indexOf("type=\"radio\"")));
        while (hidden.find()) {
            fields.append(hidden.group(1)).append('=').append(hidden.group(2)).append('&');
        }
        if (fields.indexOf("_key=") < 0) {
            throw new IOException("The form has no sitting key");
        }
        StringBuilder answers = new StringBuilder();
        options.forEach((item, values) -> {
            int chosen = random.nextInt(values.size());
            answers.append(Character.forDigit(chosen, 36));
            fields.append(item).append('=').append(values.get(chosen)).append('&');
        });
        fields.setLength(fields.length() - 1);
        return new Sheet(fields.toString(), answers.toString());
    }

    /** The answers that the file of a result holds, as {@link Sheet#answers()} has them; skipped ones as '-'. */
    String answersIn(String file) {
        Map<String, String> stored = new LinkedHashMap<>();
        Matcher answer = STORED.matcher(file);
        while (answer.find()) {
            stored.put(answer.group(1), answer.group(2) == null ? "" : answer.group(2));
        }
        StringBuilder answers = new StringBuilder();
        options.forEach((item, values) -> {
            int chosen = values.indexOf(stored.getOrDefault(item, ""));
            answers.append(chosen < 0 ? '-' : Character.forDigit(chosen, 36));
        });
        return answers.toString();
    }
}
