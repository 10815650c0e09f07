package org.comity.node.cooperation.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.comity.law.Finding;
import org.comity.law.Jurisdiction;
import org.comity.law.JurisdictionRule.Link;
import org.comity.law.StateCode;
import org.comity.node.cooperation.ReferringElsewhere;
import org.comity.node.cooperation.ReferringElsewhere.Matter;
import org.comity.node.cooperation.ReferringElsewhere.Referral;
import org.comity.node.cooperation.WeighingJurisdiction;
import org.comity.node.cooperation.WeighingJurisdiction.Consultation;
import org.comity.node.cooperation.WeighingJurisdiction.Tie;
import org.comity.node.cooperation.WeighingJurisdiction.Weighed;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.frame.Described;
import org.comity.node.frame.OneOf;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which States may claim a case, what they agreed on, and whether the matter belongs elsewhere. */
@RestController
@RequestMapping("/api/v1/cases/{reference}")
class JurisdictionForPrograms {

    private final WeighingJurisdiction weighing;
    private final ReferringElsewhere referring;
    private final CurrentPerson current;

    JurisdictionForPrograms(WeighingJurisdiction weighing, ReferringElsewhere referring, CurrentPerson current) {
        this.weighing = weighing;
        this.referring = referring;
        this.current = current;
    }

    record TieJson(UUID id, String state, @OneOf(Link.class) String link, String reason, String by, Instant at) {
        static TieJson of(Tie tie) {
            return new TieJson(tie.id(), tie.state().value(), tie.link().code(), tie.reason(), tie.by(), tie.at());
        }
    }

    record NewTie(String state, @OneOf(Link.class) String link, String reason) {}

    record ClaimFindingJson(String result, String reason, String provision, String source, String basis) {
        static ClaimFindingJson of(Finding finding) {
            return new ClaimFindingJson(
                    finding.result().code(),
                    finding.reason(),
                    finding.provision(),
                    finding.source(),
                    finding.basis().code());
        }
    }

    record ClaimJson(String state, String standing, List<ClaimFindingJson> findings) {
        static ClaimJson of(Jurisdiction.Claim claim) {
            return new ClaimJson(
                    claim.state().code().value(),
                    claim.standing().code(),
                    claim.findings().stream().map(ClaimFindingJson::of).toList());
        }
    }

    record ConsultationJson(UUID id, String state, LocalDate on, String outcome, String by, Instant at) {
        static ConsultationJson of(Consultation held) {
            return new ConsultationJson(
                    held.id(), held.state().value(), held.on(), held.outcome(), held.by(), held.at());
        }
    }

    record NewConsultation(String state, LocalDate on, String outcome) {}

    record JurisdictionJson(
            List<TieJson> ties,
            List<ClaimJson> claims,
            List<ClaimFindingJson> together,
            List<ConsultationJson> consultations) {
        static JurisdictionJson of(Weighed weighed) {
            return new JurisdictionJson(
                    weighed.ties().stream().map(TieJson::of).toList(),
                    weighed.answer().claims().stream().map(ClaimJson::of).toList(),
                    weighed.answer().together().stream()
                            .map(ClaimFindingJson::of)
                            .toList(),
                    weighed.consultations().stream().map(ConsultationJson::of).toList());
        }
    }

    record ReferralJson(@OneOf(Matter.class) String matter, String institution, String reason, String by, Instant at) {
        static ReferralJson of(Referral referral) {
            return new ReferralJson(
                    Tokens.of(referral.matter()),
                    referral.institution(),
                    referral.reason(),
                    referral.by(),
                    referral.at());
        }
    }

    record NewReferral(@OneOf(Matter.class) String matter, String institution, String reason) {}

    record Referred(Optional<ReferralJson> referral) {}

    @Described("Which States may claim a case, with reasons, and what they agreed on")
    @GetMapping("/jurisdiction")
    JurisdictionJson jurisdiction(@PathVariable String reference) {
        return JurisdictionJson.of(weighing.of(current.require(), reference));
    }

    @Described(value = "Says what ties a case to a State", answer = 201)
    @PostMapping("/jurisdiction/ties")
    @ResponseStatus(HttpStatus.CREATED)
    TieJson tie(@PathVariable String reference, @RequestBody NewTie said) {
        return TieJson.of(
                weighing.tie(current.require(), reference, state(said.state()), link(said.link()), said.reason()));
    }

    @Described(value = "Takes a tie back", answer = 204)
    @DeleteMapping("/jurisdiction/ties/{tie}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeTieBack(@PathVariable String reference, @PathVariable UUID tie) {
        weighing.takeBack(current.require(), reference, tie);
    }

    @Described(value = "Records what was agreed with a State that can claim the case", answer = 201)
    @PostMapping("/jurisdiction/consultations")
    @ResponseStatus(HttpStatus.CREATED)
    ConsultationJson consulted(@PathVariable String reference, @RequestBody NewConsultation said) {
        return ConsultationJson.of(
                weighing.consulted(current.require(), reference, state(said.state()), said.on(), said.outcome()));
    }

    @Described("Whether the matter went to somebody else")
    @GetMapping("/referral")
    Referred referral(@PathVariable String reference) {
        return new Referred(referring.of(current.require(), reference).map(ReferralJson::of));
    }

    @Described(
            value = "Refers a matter that is no request for cooperation; no request is begun while it is there",
            answer = 201)
    @PostMapping("/referral")
    @ResponseStatus(HttpStatus.CREATED)
    ReferralJson refer(@PathVariable String reference, @RequestBody NewReferral said) {
        return ReferralJson.of(referring.refer(
                current.require(),
                reference,
                Tokens.read(Matter.class, "matter", said.matter()),
                said.institution(),
                said.reason()));
    }

    @Described(value = "Takes the matter back", answer = 204)
    @DeleteMapping("/referral")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeReferralBack(@PathVariable String reference) {
        referring.takeBack(current.require(), reference);
    }

    private static StateCode state(String code) {
        try {
            return StateCode.of(code);
        } catch (IllegalArgumentException e) {
            throw new ActRefused.Malformed("state", Said.of("cooperation.refused.tie"));
        }
    }

    private static Link link(String code) {
        return Arrays.stream(Link.values())
                .filter(link -> link.isFact() && link.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Answers.Unreadable("link", Said.of("cooperation.refused.tie-link")));
    }
}
