/** The rules a log keeps, checked against published vectors and at random. */
package org.comity.ledger;
