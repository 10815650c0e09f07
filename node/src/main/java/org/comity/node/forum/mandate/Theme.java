package org.comity.node.forum.mandate;

/** What a workplan has a body do in a year. @param mandate id of the paragraph under which it does so */
public record Theme(int year, String title, String standing, String mandate) {}
