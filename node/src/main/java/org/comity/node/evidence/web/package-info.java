/** The vault's pages, and uploads and downloads that survive a bad line. */
@NullMarked
package org.comity.node.evidence.web;

import org.jspecify.annotations.NullMarked;
