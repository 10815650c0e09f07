package org.comity.hi1;

/** One identifier of the data wanted, in a named format. A value whose format we know is in that format. */
public record RequestValue(FormatType format, String value) {

    public RequestValue {
        Text.longString("request value", value);
        TargetFormat.of(format).ifPresent(it -> it.check(value));
    }
}
