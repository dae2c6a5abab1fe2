package org.threesigns.assessment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.threesigns.scoring.Responses;

/** Stores responses as they are encoded: one character an item. */
@Converter(autoApply = true)
class ResponsesConverter implements AttributeConverter<Responses, String> {

    @Override
    public String convertToDatabaseColumn(Responses responses) {
        return responses.encoded();
    }

    @Override
    public Responses convertToEntityAttribute(String encoded) {
        return new Responses(encoded);
    }
}
