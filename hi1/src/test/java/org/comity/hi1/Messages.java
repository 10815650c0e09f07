package org.comity.hi1;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The messages of one preservation between two States. */
final class Messages {

    static final EndpointId LISBON = EndpointId.of("PT", "pt-24-7");
    static final EndpointId BRASILIA = EndpointId.of("BR", "br-24-7");
    static final UUID AUTHORISATION = UUID.fromString("7dbbc880-8750-4d3c-abe7-ea4a17646045");
    static final UUID DOCUMENT = UUID.fromString("4193f541-5e19-468e-b4a3-1c636ce115e9");
    static final UUID TASK = UUID.fromString("f1205c94-4f56-4d97-9717-39410073979b");
    static final UUID STEP = UUID.fromString("71ff52ca-bcea-4fa3-b34e-1b89dcfb0d9e");
    static final Instant NOW = Instant.parse("2026-03-01T14:05:06.123456Z");
    static final CountryCode PT = CountryCode.of("PT");

    private Messages() {}

    static Header header() {
        return Header.of(LISBON, BRASILIA, UUID.fromString("46f95c5b-57d6-47f8-959f-cd8807d08bf6"), NOW);
    }

    static HI1Message preservationRequest() {
        return HI1Message.request(
                header(),
                ActionRequest.create(authorisation()),
                ActionRequest.create(form()),
                ActionRequest.create(task()));
    }

    static AuthorisationObject authorisation() {
        return AuthorisationObject.builder(AUTHORISATION)
                .ownedBy(LISBON)
                .reference("PT-2026-0001")
                .priority(AuthorisationPriority.HIGH)
                .desiredStatus(AuthorisationDesiredStatus.APPROVED)
                .recipient(BRASILIA)
                .flag(AuthorisationFlag.IS_EMERGENCY)
                .approval(ApprovalDetails.builder()
                        .type("second person")
                        .approver(ApprovalDetails.Approver.inRole("head of the 24/7 contact point"))
                        .timestamp(QualifiedDateTime.of(NOW))
                        .build())
                .typeOfCase(AuthorisationTypeOfCase.CYBERCRIME)
                .national(TreatyAuthorisation.under(PT, Provision.of("ets185:29"))
                        .authority(TreatyAuthorisation.Authority.of("Contact point", "duty officer"))
                        .caseReference("case 17")
                        .offence(new TreatyAuthorisation.Offence(
                                List.of(Provision.of("ets185:2")), "Illegal access", Optional.of("up to five years")))
                        .facts("Somebody entered a hospital's mail server & copied <everything>.\r\nThen left.")
                        .necessity("The provider deletes logs after 30 days.")
                        .followUp(new TreatyAuthorisation.FollowUp(
                                Optional.of(LocalDate.parse("2026-04-01")), Optional.of("central authority")))
                        .urgency(new TreatyAuthorisation.Urgency("urgent", Optional.of("logs are short-lived")))
                        .confidentiality(new TreatyAuthorisation.Confidentiality(
                                "the suspect would destroy data", Optional.of(QualifiedDateTime.of(NOW))))
                        .build())
                .build();
    }

    static DocumentObject form() {
        return DocumentObject.builder(DOCUMENT)
                .ownedBy(LISBON)
                .associatedWith(AUTHORISATION)
                .name("Request for preservation")
                .type(DocumentType.WARRANT)
                .property(new DocumentObject.Property(new DictionaryEntry("XX", "Pages", "Count"), "3"))
                .body(DocumentObject.Body.of(new byte[] {0, 1, -1}, "application/pdf"))
                .national(TreatyDocument.of(PT, "preservation-request", new Language("en")))
                .build();
    }

    static LPTaskObject task() {
        var mail = TargetFormat.EMAIL.normalise("Suspect@Example.ORG");
        var address = TargetFormat.IPV6.normalise("2001:db8::1");
        return LPTaskObject.preserve(TASK)
                .ownedBy(LISBON)
                .associatedWith(AUTHORISATION)
                .request(RequestDetails.builder()
                        .type(RequestType.TRAFFIC_DATA)
                        .start(QualifiedDateTime.parse("2026-02-01T00:00:00+01:00"))
                        .end(QualifiedDateTime.of(NOW))
                        .value(mail.toRequestValue())
                        .value(address.toRequestValue())
                        .build())
                .desiredExpiration(QualifiedDateTime.parse("2026-06-01T00:00:00Z"))
                .national(TreatyPreservation.builder(
                                PT, TreatyPreservation.Kind.NEW, "The account was used to take the copy out.")
                        .category("traffic")
                        .category("subscriber")
                        .custodian("Example Mail")
                        .location("probably Brasília")
                        .item(new TreatyPreservation.Item(
                                mail.toRequestValue(),
                                Optional.of(mail.asGiven()),
                                Optional.of(QualifiedDateTime.parse("2026-02-01T00:00:00Z")),
                                Optional.empty()))
                        .expectedDeletion(LocalDate.parse("2026-03-20"))
                        .partialDisclosure(true)
                        .build())
                .build();
    }

    static HI1Message partlyPreserved() {
        var step = TreatyStep.builder(CountryCode.of("BR"), "partly-preserved", 3, QualifiedDateTime.of(NOW))
                .ownReference("BR-77")
                .reason("one address is unknown to the provider")
                .ground(Provision.of("ets185:29(5)(a)"))
                .effectiveAt(QualifiedDateTime.of(NOW))
                .preservedUntil(QualifiedDateTime.parse("2026-05-01T00:00:00Z"))
                .provider("Example Mail")
                .outcome(new TreatyStep.Outcome(
                        TargetFormat.EMAIL.normalise("suspect@example.org").toRequestValue(),
                        "preserved",
                        Optional.of("snapshot taken")))
                .remarks("see you")
                .build();
        var notification = NotificationObject.builder(STEP)
                .ownedBy(BRASILIA)
                .associatedWith(TASK)
                .details("Partly preserved")
                .type(NotificationType.GENERAL)
                .isNew(true)
                .timestamp(QualifiedDateTime.of(NOW))
                .statusOf(NotificationObject.ObjectStatus.of(TASK, LPTaskStatus.PRESERVED))
                .national(step)
                .build();
        return HI1Message.request(header(), ActionRequest.create(notification));
    }
}
