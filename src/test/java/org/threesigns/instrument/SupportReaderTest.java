package org.threesigns.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threesigns.instrument.InstrumentFiles.STRUCTURE;
import static org.threesigns.instrument.InstrumentFiles.WORDS;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an instrument's own files of help may hold. */
class SupportReaderTest {

    private static final String FILE = "support.en.yaml";
    private static final String ENTRIES = "entries:\n  - {name: A line, text: Somebody listens., phone: \"116 123\"}\n";
    private static final String FIRST = "first: {title: Support first, text: [You are not alone.]}\n";

    @TempDir
    private Path folder;

    @Test
    void saysWhereThereIsHelpAndWhatComesFirst() {
        Instrument instrument = supportFirst().withFile(FILE, FIRST + ENTRIES).readFrom(folder);

        Support support = instrument.text("en").support().orElseThrow();
        assertThat(support.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("A line");
            assertThat(entry.phoneLink()).hasValue("tel:116123");
        });
        assertThat(support.first()).hasValue(new Support.First("Support first", List.of("You are not alone.")));
        Item asked = instrument.item("a1").orElseThrow();
        assertThat(instrument.supportFirst())
                .containsOnlyKeys(asked)
                .containsEntry(asked, asked.responseScale().options().subList(1, 3));
    }

    @Test
    void isNotPartOfWhatAVersionAsks() {
        String without = InstrumentFiles.tiny().readFrom(folder).fingerprint("en");

        Instrument with = supportFirst().withFile(FILE, FIRST + ENTRIES).readFrom(folder);

        assertThat(with.fingerprint("en")).isEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            entries: []                                                       | There is nobody to turn to.
            checked: 2026-01-31                                               | 'entries' is missing.
            entries: [{name: A line}]                                         | 'text' is missing.
            entries: [{name: A line, text: Words., phone: call us}]           | 'call us' is not a number to call.
            entries: [{name: A line, text: Words., phone: 1-800-LIFELINE}]    | '1-800-LIFELINE' is not a number to call.
            entries: [{name: A line, text: Words., phone: 116 123 or 999}]    | '116 123 or 999' is not a number to call.
            entries: [{name: A line, text: Words., phone: "+"}]               | '+' is not a number to call.
            entries: [{name: A line, text: Words., phone: 116 006 / 116 016}] | '116 006 / 116 016' could be two numbers.
            entries: [{name: A line, text: Words., phone: 030 123 / 030 456}] | '030 123 / 030 456' could be two numbers.
            entries: [{name: A line, text: Words., url: "//example.org"}]     | '//example.org' is not a web address.
            entries: [{name: A line, text: Words., url: "mailto:a@b.org"}]    | 'mailto:a@b.org' is not a web address.
            entries: [{name: A line, text: Words., url: "javascript:alert()"}] | 'javascript:alert()' is not a web address.
            entries: [{name: A line, text: Words., url: example.org}]         | 'example.org' is not a web address.
            entries: [{name: A line, text: Words., fax: 1}]                   | 'fax' is not known here.
            lines: []                                                         | 'lines' is not known here.
            """)
    void isRefusedWhereItIsBroken(String file, String problem) {
        assertThat(ContentSchema.of(Path.of(FILE)).validate(file)).isNotEmpty();
        refuses(InstrumentFiles.tiny().withFile(FILE, file), "/tiny/1/support.en.yaml, line 1: " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            first: {title: Support first}              | 'text' is missing.
            first: {text: [You are not alone.]}        | 'title' is missing.
            first: {title: Support first, text: []}    | There are no words.
            checked: soon                              | 'soon' is not a date such as 2026-01-31.
            """)
    void isRefusedWhereWhatComesFirstOrTheDayIsBroken(String line, String problem) {
        assertThat(ContentSchema.of(Path.of(FILE)).validate(line + "\n" + ENTRIES))
                .isNotEmpty();
        refuses(supportFirst().withFile(FILE, line + "\n" + ENTRIES), "/tiny/1/support.en.yaml, line 1: " + problem);
    }

    @Test
    void saysEverythingThatIsWrongInItAtOnce() {
        InstrumentFiles files = InstrumentFiles.tiny()
                .withFile(
                        FILE,
                        "lines: 1\nchecked: soon\nentries: [{name: A line, phone: soon}, {text: Words., url: soon}]");
        files.writeTo(folder);

        assertThatThrownBy(() -> TestInstruments.catalog(folder, "tiny"))
                .isInstanceOfSatisfying(
                        BrokenContentException.class,
                        broken -> assertThat(broken.all()).hasSize(6));
    }

    @Test
    void mayComeFirstByTheSafetyQuestionAlone() {
        assertThat(InstrumentFiles.tiny()
                        .withFile(FILE, FIRST + ENTRIES)
                        .readFrom(folder)
                        .text("en")
                        .support()
                        .flatMap(Support::first))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "*31# 116 123, tel:*31%23116123",
        "+44 (0)20 7946 0000, tel:+442079460000",
        "0044 (0) 20 7946 0000, tel:00442079460000",
        "(020) 7946 0000, tel:02079460000",
        "030/7946-0, tel:03079460",
        "0800 / 111 0 111, tel:08001110111",
        "+49 800 / 111 0 111, tel:+498001110111"
    })
    void leadsToWhatIsDialled(String phone, String dialled) {
        assertThat(InstrumentFiles.tiny()
                        .withFile(FILE, "entries: [{name: A line, text: Words., phone: \"%s\"}]".formatted(phone))
                        .readFrom(folder)
                        .text("en")
                        .support()
                        .flatMap(support -> support.entries().get(0).phoneLink()))
                .hasValue(dialled);
    }

    @Test
    void saysNothingFirstThatNoAnswerOpens() {
        refuses(
                InstrumentFiles.tiny()
                        .with(STRUCTURE, "safety: [worried, watched]\n", "")
                        .withFile(FILE, FIRST + ENTRIES),
                "/tiny/1/support.en.yaml, line 1: No answer puts support first.");
    }

    @Test
    void isThereInEveryLanguageOrInNone() {
        InstrumentFiles files = InstrumentFiles.tiny();
        String spanish = files.text(WORDS).replace("language: en", "language: es");

        refuses(
                files.withFile(FILE, ENTRIES).withFile("es.yaml", spanish),
                "It has support of its own in one language and not in another.");
    }

    @Test
    void needsWordsOfItsLanguageBesideIt() {
        refuses(
                InstrumentFiles.tiny().withFile("support.es.yaml", ENTRIES),
                "/tiny/1/support.es.yaml: There is no es.yaml beside it.");
    }

    @Test
    void isNeededWhereThePublicFindsLabelsOfAPublication() {
        Path others = Path.of("src/test/resources/other-instruments");
        String structure =
                InstrumentFiles.read(others.resolve("worry/1"), STRUCTURE).replaceFirst("(?m)^support-first.*$", "");
        InstrumentFiles worry = InstrumentFiles.tiny()
                .withFile(STRUCTURE, structure)
                .withFile(WORDS, InstrumentFiles.read(others.resolve("worry/1"), WORDS));
        worry.writeTo(folder, "worry/1");

        assertThat(TestInstruments.catalog(folder, "three-signs")
                        .fitForThePublic()
                        .latest("worry"))
                .isPresent();
        InstrumentCatalog listing = TestInstruments.catalog(folder, "worry");
        assertThatThrownBy(listing::fitForThePublic)
                .isInstanceOf(BrokenContentException.class)
                .hasMessageContaining("names no help, so the start page cannot list it");
        worry.withFile(FILE, ENTRIES).writeTo(folder, "worry/1");
        assertThat(TestInstruments.catalog(folder, "worry")
                        .fitForThePublic()
                        .main()
                        .hasSupport())
                .isTrue();
    }

    private static InstrumentFiles supportFirst() {
        return InstrumentFiles.tiny().with(STRUCTURE, "safety:", "support-first: {a1: [at-times, mostly]}\nsafety:");
    }

    private void refuses(InstrumentFiles files, String message) {
        assertThatThrownBy(() -> files.readFrom(folder))
                .isInstanceOf(BrokenContentException.class)
                .hasMessageContaining(message);
    }
}
