package org.threesigns.preview;

import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.threesigns.instrument.BrokenContentException;
import org.threesigns.preview.Draft.Reading;
import org.threesigns.site.Languages;

/** The page that says what is wrong in the folder, or leads to everything that it gives. */
@Controller
@Profile(PreviewApplication.PROFILE)
class PreviewController {

    static final String PATH = "/preview";

    private final Draft draft;
    private final Languages languages;

    PreviewController(Draft draft, Languages languages) {
        this.draft = draft;
        this.languages = languages;
    }

    /** Also in the place of what was sent by a form. */
    @RequestMapping(PATH)
    String overview(Model model) {
        Reading reading = draft.reading();
        model.addAttribute("home", PATH);
        model.addAttribute("heading", heading(reading.problems().size()));
        model.addAttribute("folder", draft.folder());
        model.addAttribute(
                "problems",
                reading.problems().stream()
                        .sorted(BrokenContentException.inOrder())
                        .map(this::problem)
                        .toList());
        model.addAttribute(
                "instruments",
                reading.instruments().stream()
                        .map(instrument -> PreviewedInstrument.of(instrument, languages))
                        .toList());
        return "preview/page";
    }

    private static String heading(int problems) {
        return switch (problems) {
            case 0 -> "Nothing is wrong";
            case 1 -> "One problem";
            default -> problems + " problems";
        };
    }

    /**
     * What is wrong, as the page says it.
     *
     * @param where the path in the folder, where it is in the folder
     */
    record ProblemView(String where, String problem, String remedy) {}

    private ProblemView problem(BrokenContentException problem) {
        return new ProblemView(problem.where().replace(draft.folder() + "/", ""), problem.problem(), problem.remedy());
    }

    /** Asked for by an open page, again and again. */
    @GetMapping(path = PATH + "/revision", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String revision() {
        return draft.reading().revision();
    }
}
