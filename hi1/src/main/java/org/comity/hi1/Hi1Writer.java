package org.comity.hi1;

import javax.xml.namespace.QName;

/** Writes messages as UTF-8: the same message always gives the same bytes. */
public final class Hi1Writer {

    private static final QName HEADER = new QName(Names.CORE, "Header");
    private static final QName PAYLOAD = new QName(Names.CORE, "Payload");

    private Hi1Writer() {}

    public static byte[] write(HI1Message message) {
        var out = new Markup();
        out.open(Names.MESSAGE);
        MessageForms.HEADER.write(out, HEADER, message.header());
        MessageForms.PAYLOAD.write(out, PAYLOAD, message.payload());
        out.close(Names.MESSAGE);
        return out.bytes();
    }
}
