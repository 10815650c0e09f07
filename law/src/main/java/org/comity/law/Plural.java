package org.comity.law;

/** Which form of a noun a whole number asks for, by the CLDR plural rules of the six UN languages. */
enum Plural implements Coded {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    static Plural of(String language, long number) {
        return switch (language) {
            case "ar" -> arabic(number);
            case "fr" -> number <= 1 ? ONE : OTHER;
            case "ru" -> russian(number);
            case "zh" -> OTHER;
            default -> number == 1 ? ONE : OTHER;
        };
    }

    private static Plural arabic(long number) {
        long hundredth = number % 100;
        if (number <= 2) {
            return number == 0 ? ZERO : number == 1 ? ONE : TWO;
        }
        if (hundredth >= 3 && hundredth <= 10) {
            return FEW;
        }
        return hundredth >= 11 ? MANY : OTHER;
    }

    private static Plural russian(long number) {
        long tenth = number % 10;
        boolean teen = number % 100 >= 11 && number % 100 <= 14;
        if (tenth == 1 && !teen) {
            return ONE;
        }
        return tenth >= 2 && tenth <= 4 && !teen ? FEW : MANY;
    }
}
