import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the load is to be.
 *
 * @param at the site; on this machine, as a load goes nowhere else
 * @param people how many are at it at once
 * @param time how long it goes on at most
 * @param goesOnWhile a file; the load ends when it is gone
 * @param rate sittings a second, begun on time whether or not earlier ones are over; 0 for as many as can be
 * @param patience how long somebody repeats a step that was refused; with none, the sitting has failed
 * @param report how often a line tells what went on; never, where that is zero
 * @param check how many results are read back, drawn at random; all, if there are fewer
 */
record Options(
        URI at,
        int people,
        Duration time,
        Optional<Path> goesOnWhile,
        double rate,
        Duration patience,
        Duration report,
        int check) {

    static Options parse(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        URI at = URI.create(given.getOrDefault("--at", ""));
        if (!"http".equals(at.getScheme()) || !"127.0.0.1".equals(at.getHost()) || at.getPort() < 0) {
            throw new IllegalArgumentException("--at http://127.0.0.1:PORT says where the site is, on this machine");
        }
        String check = given.getOrDefault("--check", "all");
        return new Options(
                at,
                Integer.parseInt(given.getOrDefault("--people", "32")),
                seconds(given.getOrDefault("--seconds", "30")),
                Optional.ofNullable(given.get("--while")).map(Path::of),
                Double.parseDouble(given.getOrDefault("--rate", "0")),
                seconds(given.getOrDefault("--patience", "0")),
                seconds(given.getOrDefault("--report", "0")),
                check.equals("all") ? Integer.MAX_VALUE : Integer.parseInt(check));
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
    }
}
