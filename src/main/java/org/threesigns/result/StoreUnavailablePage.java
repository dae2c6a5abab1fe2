package org.threesigns.result;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.threesigns.assessment.AssessmentToken;

/**
 * The page for a change that could not be stored; it offers to send the same form again.
 *
 * @param deed part of the messages' keys
 * @param path the address of the result
 * @param action where the form was sent
 * @param fields what was sent with it
 */
record StoreUnavailablePage(String deed, String path, String action, Map<String, List<String>> fields) {

    /**
     * What was sent to an address below a result.
     *
     * @param address what stands in place of the result's token
     * @param below the rest of the address, from its slash on
     * @throws org.springframework.web.server.ResponseStatusException if no result can be at this address
     */
    static StoreUnavailablePage of(
            String deed, String address, String below, MultiValueMap<String, String> sent, Locale language) {
        String path = ResultAddress.of(AssessmentToken.parse(address).orElseThrow(Results::notFound), language);
        return new StoreUnavailablePage(deed, path, path + below, sent);
    }

    /** The page of what was done, or this one. */
    ModelAndView unless(Supplier<ModelAndView> done) {
        try {
            return done.get();
        } catch (DataAccessException | TransactionException e) {
            return new ModelAndView(
                    "result/not-done",
                    Map.of("failed", this, "otherLanguages", List.of()),
                    HttpStatus.SERVICE_UNAVAILABLE);
        }
    }
}
