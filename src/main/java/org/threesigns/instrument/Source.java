package org.threesigns.instrument;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The source of an instrument's claims. */
public record Source(List<String> authors, String title, String publisher, LocalDate published, Optional<URI> url) {

    public Source {
        authors = List.copyOf(authors);
    }
}
