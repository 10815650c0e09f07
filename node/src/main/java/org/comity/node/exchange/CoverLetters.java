package org.comity.node.exchange;

import java.util.List;

/** Writes what stands in a mail before its documents. The room that knows the words of forms implements it. */
public interface CoverLetters {

    /**
     * @param languages ISO 639-1 codes of those in which the receiver reads, preferred first
     * @param reference stands in the subject, and is to be kept there
     * @param machineReadable name of the file that holds the same content for machines
     */
    String write(List<String> languages, String reference, String machineReadable);
}
