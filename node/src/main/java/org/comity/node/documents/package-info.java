/** Rendering of forms and reports: what a request says, laid out in six languages, as a page, a PDF or a DOCX. */
@NullMarked
package org.comity.node.documents;

import org.jspecify.annotations.NullMarked;
