package org.comity.hi1;

/** The kind of case behind an authorisation. */
public enum AuthorisationTypeOfCase implements Term {
    CHILD_EXPLOITATION_OR_CHILD_SEXUAL_ABUSE("ChildExploitationOrChildSexualAbuse"),
    CORRUPTION("Corruption"),
    CYBERCRIME("Cybercrime"),
    DEFAMATION("Defamation"),
    DRUGS_OR_DRUG_TRAFFICKING("DrugsOrDrugTrafficking"),
    HARASSMENT_OR_THREAT_TO_PERSONAL_SAFETY("HarassmentOrThreatToPersonalSafety"),
    HATE_SPEECH("HateSpeech"),
    HUMAN_TRAFFICKING("HumanTrafficking"),
    MISSING_PERSON("MissingPerson"),
    MONEY_LAUNDERING("MoneyLaundering"),
    OTHER_FINANCIAL_CRIME_OR_FRAUD("OtherFinancialCrimeOrFraud"),
    SEXUAL_ABUSE_OR_EXPLOITATION("SexualAbuseOrExploitation"),
    THEFT("Theft"),
    TERRORISM_OR_THREAT_TO_PUBLIC_SAFETY("TerrorismOrThreatToPublicSafety"),
    VIOLENCE_OR_CRIME_AGAINST_A_PERSON("ViolenceOrCrimeAgainstAPerson"),
    OTHER("Other"),
    NOT_SPECIFIED("NotSpecified");

    private final String token;

    AuthorisationTypeOfCase(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
