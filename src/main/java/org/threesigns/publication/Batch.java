package org.threesigns.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.threesigns.statistics.CountedWording;

/** Results that are published together. They are counted in one month, until one of them is changed or deleted. */
@Entity
@Table(name = "batch")
class Batch {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    /** The first day of the month; null in a batch that was withdrawn. */
    private @Nullable LocalDate countedMonth;

    /** Whether each of its results is a row in exports, until it is withdrawn. */
    @Column(updatable = false)
    private boolean exported;

    /** The wording in which its results are counted. */
    @Column(updatable = false)
    private CountedWording wording;

    /** For JPA, which sets every field. */
    protected Batch() {}

    Batch(YearMonth month, CountedWording wording, boolean exported) {
        this.countedMonth = month.atDay(1);
        this.wording = wording;
        this.exported = exported;
    }

    /** @throws NullPointerException before it is stored */
    UUID id() {
        return Objects.requireNonNull(id);
    }

    /** @throws NullPointerException if the batch was withdrawn */
    YearMonth month() {
        return YearMonth.from(Objects.requireNonNull(countedMonth));
    }

    CountedWording wording() {
        return wording;
    }

    boolean isExported() {
        return exported;
    }

    void withdraw() {
        countedMonth = null;
    }
}
