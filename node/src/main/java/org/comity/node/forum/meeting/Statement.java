package org.comity.node.forum.meeting;

/** A statement as handed in. @param distribution restricted unless the delegation wants it known */
public record Statement(String item, Party party, Distribution distribution, String language, String text) {}
