package org.comity.law.matrix;

import org.comity.law.DataCategory;
import org.comity.law.Measure;
import org.comity.law.Offence;

/** What is asked of every pair of States alike. */
public record Assistance(Measure measure, DataCategory data, Offence offence) {}
