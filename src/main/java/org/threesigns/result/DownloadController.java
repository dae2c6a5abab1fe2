package org.threesigns.result;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.threesigns.instrument.PageWords.Place;
import org.threesigns.publication.PeerFigureCache;
import org.threesigns.statistics.PeerFigures;
import tools.jackson.databind.json.JsonMapper;

/** The result on paper and as a file. */
@Controller
class DownloadController {

    private final Results results;
    private final PeerFigureCache peers;
    private final MessageSource messages;
    private final JsonMapper json;

    DownloadController(Results results, PeerFigureCache peers, MessageSource messages, JsonMapper json) {
        this.results = results;
        this.peers = peers;
        this.messages = messages;
        this.json = json;
    }

    @GetMapping(ResultAddress.PATTERN + "/sheet")
    ModelAndView sheet(@PathVariable("token") String address, Locale language) {
        Result result = results.at(address);
        PeerFigures figures = peers.of(result.instrument());
        return new ModelAndView("result/sheet", "sheet", SheetPage.of(result, figures, language))
                .addObject("about", result.instrument());
    }

    /** The file's name tells the day and nothing else. */
    @GetMapping(ResultAddress.PATTERN + "/result.json")
    ResponseEntity<byte[]> download(@PathVariable("token") String address, Locale language) {
        Result result = results.at(address);
        PeerFigures figures = peers.of(result.instrument());
        String note = Stream.of(
                        messages.getMessage(
                                result.instrument().isScored() ? "result.json.note" : "result.json.note.plain",
                                null,
                                language),
                        result.answers().lines(language).at(Place.SHEET_ORIGIN))
                .filter(Objects::nonNull)
                .collect(joining(" "));
        String name = "notes-%s.json".formatted(result.stored().completedOn());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(json.writerWithDefaultPrettyPrinter()
                        .writeValueAsBytes(ResultDocument.of(result, figures, note, language)));
    }
}
