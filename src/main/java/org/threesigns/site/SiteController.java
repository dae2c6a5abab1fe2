package org.threesigns.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.publication.Peers;
import org.threesigns.publication.PublicationProperties;
import org.threesigns.web.DatesInWords;

/** The pages around the questionnaire. */
@Controller
class SiteController {

    private static final String LANGUAGE = "/{lang:[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*}";

    private final Instrument instrument;
    private final Languages languages;
    private final SupportDirectory support;
    private final Peers peers;
    private final SiteProperties properties;
    private final PublicationProperties publication;

    SiteController(
            InstrumentCatalog catalog,
            Languages languages,
            SupportDirectory support,
            Peers peers,
            SiteProperties properties,
            PublicationProperties publication) {
        this.instrument = catalog.main();
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

    @GetMapping(LANGUAGE)
    String start(Locale language, Model model) {
        describeInstrument(language, model);
        return "site/start";
    }

    @GetMapping(LANGUAGE + "/method")
    String method(Locale language, Model model) {
        describeInstrument(language, model);
        model.addAttribute("rules", ScoringRule.of(instrument, instrument.text(language.toLanguageTag())));
        model.addAttribute("peers", peers.of(instrument));
        model.addAttribute("wording", instrument.wordings().get(0));
        instrument
                .source()
                .ifPresent(source -> model.addAttribute("published", DatesInWords.of(source.published(), language)));
        return "site/method";
    }

    @GetMapping(LANGUAGE + "/privacy")
    String privacy(Model model) {
        model.addAttribute("operator", properties.operator());
        model.addAttribute("retentionDays", publication.retentionDays());
        return "site/privacy";
    }

    @GetMapping(LANGUAGE + "/support")
    String support(Locale language, Model model) {
        model.addAttribute("support", support.in(language));
        support.in(language).checked().ifPresent(day -> model.addAttribute("checked", DatesInWords.of(day, language)));
        return "site/support";
    }

    private void describeInstrument(Locale language, Model model) {
        model.addAttribute("instrument", instrument);
        model.addAttribute("text", instrument.text(language.toLanguageTag()));
        model.addAttribute("sitting", AnsweringTime.of(instrument));
    }
}
