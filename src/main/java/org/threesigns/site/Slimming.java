package org.threesigns.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Leaves the comments and the indentation of our own stylesheet and script at home: they are a fifth of what a first
 * visit would weigh. Only comments that stand on lines of their own go, so nothing inside a string or a rule is touched.
 */
final class Slimming implements ResourceTransformer {

    private static final Pattern COMMENT = Pattern.compile("(?ms)^[ \\t]*/\\*.*?\\*/[ \\t]*$");
    private static final Pattern INDENTATION = Pattern.compile("\\s*\\n\\s*");

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource transformed = chain.transform(request, resource);
        String name = resource.getFilename();
        if (name == null || !(name.endsWith(".css") || name.endsWith(".js"))) {
            return transformed;
        }
        return new TransformedResource(
                transformed, slim(transformed.getContentAsString(UTF_8)).getBytes(UTF_8));
    }

    /** The text without comments on lines of their own, indentation and empty lines. */
    static String slim(String text) {
        String withoutComments = COMMENT.matcher(text).replaceAll("");
        return INDENTATION.matcher(withoutComments).replaceAll("\n").strip();
    }
}
