package org.comity.node.demo;

import java.nio.file.Path;

/**
 * The evidence that is handed over in the story.
 *
 * @param line by which it goes from Brazil to Portugal
 * @param kept the folder in which its package for court is left
 */
record Exhibit(Size size, Line line, Path kept) {}
