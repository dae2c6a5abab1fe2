package org.threesigns.osd;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.DefaultApplicationArguments;
import org.threesigns.instrument.BrokenContentException;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.startup.ExitCode;

/**
 * The command {@code convert}. With {@code convert.file} and {@code convert.to} it turns an OSD file into a folder of
 * ours, or a folder into an OSD file. With {@code convert.check} it says of every file in a folder what it would give.
 * Needs no database.
 */
public final class ConvertCommand {

    private final DefaultApplicationArguments arguments;
    private final PrintStream out;
    private final InstrumentCatalog builtIn;

    private ConvertCommand(DefaultApplicationArguments arguments, PrintStream out) throws IOException {
        this.arguments = arguments;
        this.out = out;
        this.builtIn = InstrumentCatalog.builtIn();
    }

    /**
     * Converts or checks, and says what became of it.
     *
     * @return how the process ends
     */
    public static ExitCode run(PrintStream out, String... arguments) {
        try {
            return new ConvertCommand(new DefaultApplicationArguments(arguments), out).run();
        } catch (IOException e) {
            out.println("Nothing was converted: " + e);
            return ExitCode.TROUBLE;
        }
    }

    private ExitCode run() throws IOException {
        Optional<Path> folder = option("check");
        if (folder.isPresent()) {
            return check(folder.get());
        }
        Optional<Path> file = option("file");
        Optional<Path> target = option("to");
        if (file.isEmpty() || target.isEmpty()) {
            out.println(
                    "Say which file, and where to: --three-signs.convert.file=FILE.osd --three-signs.convert.to=FOLDER");
            return ExitCode.REFUSED;
        }
        return Files.isDirectory(file.get()) ? export(file.get(), target.get()) : convert(file.get(), target.get());
    }

    /** Writes a folder of our own as a file of the format. */
    private ExitCode export(Path folder, Path target) throws IOException {
        try {
            ExportedQuestionnaire exported = ExportedQuestionnaire.of(InstrumentCatalog.readOne(folder));
            Path file = target.resolve(exported.name());
            if (Files.exists(file)) {
                out.println("Nothing was converted: there is already a file " + file);
                return ExitCode.REFUSED;
            }
            Files.createDirectories(target);
            Files.writeString(file, exported.content(), StandardOpenOption.CREATE_NEW);
            out.println("Wrote " + file);
            exported.leftOut().forEach(what -> out.println("Left out: " + what));
            if (hasGuidance(folder)) {
                out.println("Left out: the guidance");
            }
            return ExitCode.DONE;
        } catch (UnsupportedFeatureException e) {
            out.println("Nothing was converted, because a file of the format cannot say:");
            String.valueOf(e.getMessage()).lines().forEach(what -> out.println("  " + what));
        } catch (BrokenContentException e) {
            out.println("Nothing was converted, because the questionnaire is broken:");
            e.all().forEach(problem -> out.println("  %s %s".formatted(problem.getMessage(), problem.remedy())));
        }
        return ExitCode.REFUSED;
    }

    private static boolean hasGuidance(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "guidance.*.yaml")) {
            return files.iterator().hasNext();
        }
    }

    private Optional<Path> option(String name) {
        return Optional.ofNullable(arguments.getOptionValues("three-signs.convert." + name)).stream()
                .flatMap(List::stream)
                .findFirst()
                .map(Path::of);
    }

    private Map<String, String> parameters() {
        var parameters = new HashMap<String, String>();
        Optional.ofNullable(arguments.getOptionValues("three-signs.convert.parameter"))
                .orElse(List.of())
                .forEach(given -> {
                    int equals = given.indexOf('=');
                    if (equals < 1) {
                        throw new UnsupportedFeatureException(
                                "'%s' sets no parameter; write NAME=VALUE".formatted(given), "parameters");
                    }
                    parameters.put(given.substring(0, equals), given.substring(equals + 1));
                });
        return parameters;
    }

    private ExitCode check(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".osd"))
                    .sorted()
                    .toList()) {
                out.println(file.getFileName() + ": " + verdict(file));
            }
        }
        return ExitCode.DONE;
    }

    private String verdict(Path file) throws IOException {
        try {
            List<String> leftOut = read(file).leftOut();
            return "can be converted" + (leftOut.isEmpty() ? "" : ", without " + String.join(", ", leftOut));
        } catch (UnsupportedFeatureException e) {
            return "refused, " + oneLine(e);
        } catch (RuntimeException e) { // a fault of ours, and no reason to say nothing of the other files
            return "refused, file: could not be read; please report this (%s)".formatted(e);
        }
    }

    private ExitCode convert(Path file, Path target) throws IOException {
        try {
            ConvertedQuestionnaire converted = read(file);
            Path folder = target.resolve(converted.id()).resolve("1");
            if (Files.exists(folder)) {
                out.println("Nothing was converted: there is already a folder " + folder);
                return ExitCode.REFUSED;
            }
            out.println("Wrote " + converted.writeTo(target));
            converted.leftOut().forEach(what -> out.println("Left out: " + what));
            return ExitCode.DONE;
        } catch (UnsupportedFeatureException e) {
            out.println("Nothing was converted: " + oneLine(e));
            return ExitCode.REFUSED;
        }
    }

    private ConvertedQuestionnaire read(Path file) throws IOException {
        ConvertedQuestionnaire converted =
                QuestionnaireConverter.convert(OsdDefinition.parse(text(file), parameters()));
        Instrument instrument = read(converted);
        if (builtIn.find(instrument.id(), instrument.version()).isPresent()) {
            throw new UnsupportedFeatureException(
                    "the name of a questionnaire that is there already (%s)".formatted(instrument), "scale_info");
        }
        return converted;
    }

    /** What is wrong with it without where: its files are gone by the time that somebody reads this. */
    private static Instrument read(ConvertedQuestionnaire converted) throws IOException {
        try {
            return converted.read();
        } catch (BrokenContentException e) {
            throw new UnsupportedFeatureException(
                    e.all().stream().map(BrokenContentException::problem).toList());
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UnsupportedFeatureException("text that is not UTF-8", "file");
        }
    }

    private static String oneLine(RuntimeException problem) {
        return String.valueOf(problem.getMessage()).replaceAll("\\s*\\n\\s*", " ");
    }
}
