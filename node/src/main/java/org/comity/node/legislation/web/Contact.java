package org.comity.node.legislation.web;

import org.comity.law.Authority;
import org.comity.node.directory.Confirmation;

/** An authority of a State, and how old the entry is. */
record Contact(Authority authority, Confirmation confirmed) {}
