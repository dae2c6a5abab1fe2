package org.threesigns.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Support;
import org.threesigns.publication.PeerFigureCache;
import org.threesigns.publication.PublicationProperties;
import org.threesigns.statistics.PeerFigures;
import org.threesigns.web.DatesInWords;

/** The pages around the questionnaire. */
@Controller
class SiteController {

    private static final String LANGUAGE = "/{lang:[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*}";

    private final InstrumentCatalog catalog;
    private final Languages languages;
    private final SupportDirectory support;
    private final PeerFigureCache peers;
    private final SiteProperties properties;
    private final PublicationProperties publication;

    SiteController(
            InstrumentCatalog catalog,
            Languages languages,
            SupportDirectory support,
            PeerFigureCache peers,
            SiteProperties properties,
            PublicationProperties publication) {
        this.catalog = catalog;
        this.peers = peers;
        this.languages = languages;
        this.support = support;
        this.properties = properties;
        this.publication = publication;
    }

    @GetMapping({"", "/"})
    String frontDoor(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return "redirect:/" + languages.bestFor(request).toLanguageTag();
    }

    /** The only questionnaire, or a list of them. */
    @GetMapping(LANGUAGE)
    String start(Locale language, Model model) {
        List<Instrument> listed = catalog.listed();
        if (listed.size() == 1) {
            model.addAttribute("shown", Presentation.ofMain(catalog.main(), language));
            model.addAttribute("about", catalog.main());
            return "site/start";
        }
        model.addAttribute("listed", presentations(language, listed.stream()));
        return "site/list";
    }

    @GetMapping(LANGUAGE + "/start/{instrument}")
    String start(@PathVariable("instrument") String id, Locale language, Model model) {
        Instrument instrument = latest(id, model);
        model.addAttribute("about", instrument);
        model.addAttribute("shown", Presentation.of(instrument, language));
        return "site/start";
    }

    @GetMapping(LANGUAGE + "/method")
    String method(Locale language, Model model) {
        model.addAttribute(
                "others",
                presentations(language, catalog.listed().stream().filter(other -> !other.equals(catalog.main()))));
        return method(catalog.main(), language, model);
    }

    @GetMapping(LANGUAGE + "/method/{instrument}")
    String method(@PathVariable("instrument") String id, Locale language, Model model) {
        return method(latest(id, model), language, model);
    }

    private String method(Instrument instrument, Locale language, Model model) {
        var shown = Presentation.of(instrument, language);
        model.addAttribute("shown", shown);
        model.addAttribute("about", instrument);
        model.addAttribute("instrument", instrument);
        model.addAttribute("text", shown.text());
        model.addAttribute("rules", ScoringRule.of(instrument, shown.text()));
        PeerFigures figures = peers.of(instrument);
        model.addAttribute("peers", figures);
        model.addAttribute(
                "errorsKnown",
                instrument.scales().stream()
                        .anyMatch(scale -> figures.errorOn(scale).isPresent()));
        model.addAttribute("wording", shown.wording());
        instrument
                .source()
                .ifPresent(source -> model.addAttribute("published", DatesInWords.of(source.published(), language)));
        return "site/method";
    }

    private static List<Presentation> presentations(Locale language, Stream<Instrument> instruments) {
        return instruments
                .map(instrument -> Presentation.of(instrument, language))
                .toList();
    }

    /** Search engines leave a questionnaire alone that is reached by its link only. */
    private Instrument latest(String id, Model model) {
        Instrument instrument = catalog.latest(id).orElseThrow(SiteController::notFound);
        if (!catalog.listed().contains(instrument)) {
            model.addAttribute("robots", "noindex");
        }
        return instrument;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @GetMapping(LANGUAGE + "/privacy")
    String privacy(Model model) {
        model.addAttribute("operator", properties.operator());
        model.addAttribute("retentionDays", publication.retentionDays());
        return "site/privacy";
    }

    @GetMapping(LANGUAGE + "/support")
    String support(Locale language, Model model) {
        return support(support.in(language), language, Presentation.ofMain(catalog.main(), language), model);
    }

    @GetMapping(LANGUAGE + "/support/{instrument}")
    String support(@PathVariable("instrument") String id, Locale language, Model model) {
        latest(id, model);
        Presentation shown = Optional.ofNullable(catalog.withSupport().get(id))
                .map(instrument -> Presentation.of(instrument, language))
                .orElseThrow(SiteController::notFound);
        model.addAttribute("about", shown.instrument());
        return support(shown.text().support().orElseThrow(), language, shown, model);
    }

    private static String support(Support support, Locale language, Presentation shown, Model model) {
        model.addAttribute("shown", shown);
        model.addAttribute("support", support);
        support.checked().ifPresent(day -> model.addAttribute("checked", DatesInWords.of(day, language)));
        return "site/support";
    }
}
