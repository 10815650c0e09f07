package org.comity.hi1;

import javax.xml.namespace.QName;

/** Writes messages as UTF-8: the same message always gives the same bytes. */
public final class Hi1Writer {

    private static final QName HEADER = new QName(Names.CORE, "Header");
    private static final QName PAYLOAD = new QName(Names.CORE, "Payload");

    static final QName OBJECT = new QName(Names.CORE, "HI1Object");

    private Hi1Writer() {}

    /** One object, to be kept; {@link Hi1Reader#readObject} reads it again. */
    public static byte[] write(HI1Object object) {
        var out = new Markup();
        ObjectForms.OBJECT.write(out, OBJECT, object);
        return out.bytes();
    }

    public static byte[] write(HI1Message message) {
        var out = new Markup();
        out.open(Names.MESSAGE);
        MessageForms.HEADER.write(out, HEADER, message.header());
        MessageForms.PAYLOAD.write(out, PAYLOAD, message.payload());
        out.close(Names.MESSAGE);
        return out.bytes();
    }
}
