package org.threesigns.result;

import java.util.Locale;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import org.threesigns.assessment.AssessmentToken;

/** Where a result is, inside the application. Its other pages are below. */
public final class ResultAddress {

    static final String PATTERN = "/{language}/result/{token}";

    private ResultAddress() {}

    /** The path of the result in this language, inside the application. */
    public static String of(AssessmentToken token, Locale language) {
        return UriComponentsBuilder.fromPath(PATTERN)
                .build(language.toLanguageTag(), token.value())
                .toString();
    }

    /** 303 to the result, so that reloading it sends nothing again. */
    public static ModelAndView redirect(AssessmentToken token, Locale language) {
        return redirectTo(of(token, language));
    }

    /** @param path inside the application */
    static ModelAndView redirectTo(String path) {
        var redirect = new RedirectView(path, true, false, false);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }
}
