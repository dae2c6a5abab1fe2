package org.threesigns.publication;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.threesigns.statistics.CountedWording;

/** Stores a wording by its key, so that no reordering of the constants changes what rows mean. */
@Converter(autoApply = true)
class CountedWordingConverter implements AttributeConverter<CountedWording, String> {

    @Override
    public String convertToDatabaseColumn(CountedWording wording) {
        return wording.key();
    }

    @Override
    public CountedWording convertToEntityAttribute(String key) {
        return CountedWording.ofKey(key);
    }
}
