package org.threesigns.site;

/**
 * A page in one of its languages.
 *
 * @param name the name of the language in that language
 * @param path the path inside the site; for search engines, which want it, the whole address
 */
record PageTranslation(String tag, String name, String path) {}
