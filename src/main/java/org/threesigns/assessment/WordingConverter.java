package org.threesigns.assessment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.threesigns.instrument.Wording;

/** Stores a wording by its key, so that no reordering of the constants changes what rows mean. */
@Converter(autoApply = true)
class WordingConverter implements AttributeConverter<Wording, String> {

    @Override
    public String convertToDatabaseColumn(Wording wording) {
        return wording.key();
    }

    @Override
    public Wording convertToEntityAttribute(String key) {
        return Wording.ofKey(key);
    }
}
