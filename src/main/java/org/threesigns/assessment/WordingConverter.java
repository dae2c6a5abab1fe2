package org.threesigns.assessment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.threesigns.instrument.Wording;

/** Stores a wording by its name in small letters, so that no reordering of the constants changes what rows mean. */
@Converter(autoApply = true)
class WordingConverter implements AttributeConverter<Wording, String> {

    @Override
    public String convertToDatabaseColumn(Wording wording) {
        return wording.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Wording convertToEntityAttribute(String name) {
        return Wording.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
