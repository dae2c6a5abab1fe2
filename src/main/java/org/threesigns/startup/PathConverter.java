package org.threesigns.startup;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** A folder or file is what the host's shell takes it for; by itself Spring prefers one of that name inside the jar. */
@Component
@ConfigurationPropertiesBinding
class PathConverter implements Converter<String, Path> {

    @Override
    public Path convert(String path) {
        return Path.of(path);
    }
}
