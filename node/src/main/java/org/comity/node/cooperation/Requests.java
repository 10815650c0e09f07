package org.comity.node.cooperation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFileId;
import org.comity.node.cooperation.request.Conditions;
import org.comity.node.cooperation.request.LegalCheck;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Preservation;
import org.comity.node.cooperation.request.Production;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Translations;
import org.comity.node.directory.PartyId;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** This side's copies of all requests. */
@Repository
class Requests {

    private final JdbcClient jdbc;

    Requests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Request request) {
        columns(jdbc.sql("""
                                insert into cooperation.request
                                       (id, kind, follows, side, case_file, counterpart, reference, counterpart_reference, state, version,
                                        content, route, drafter, drafter_name, approver, approver_name, legal_check,
                                        preservation, production, conditions, translations, opened_at, urgency, expected_deletion, kept_until)
                                values (:id, :kind, :follows, :side, :caseFile, :counterpart, :reference, :counterpartReference, :state,
                                        :version, :content::jsonb, :route::jsonb, :drafter, :drafterName, :approver,
                                        :approverName, :legalCheck::jsonb, :preservation::jsonb, :production::jsonb,
                                        :conditions::jsonb, :translations::jsonb, :openedAt, :urgency,
                                        :expectedDeletion, :keptUntil)
                                """), request)
                .param("kind", request.kind().name())
                .param("side", request.side().name())
                .param("caseFile", request.caseFile().map(CaseFileId::value).orElse(null))
                .param("openedAt", Times.stored(request.openedAt()))
                .param("drafter", request.drafter().map(it -> it.id().value()).orElse(null))
                .param(
                        "drafterName",
                        request.drafter().map(Request.Signatory::name).orElse(null))
                .update();
    }

    /** @throws ActRefused.ChangedMeanwhile when another transaction was faster */
    Request save(Request request) {
        int changed = columns(jdbc.sql("""
                                update cooperation.request
                                set follows = :follows, counterpart = :counterpart, reference = :reference,
                                    counterpart_reference = :counterpartReference, state = :state, version = version + 1,
                                    content = :content::jsonb, route = :route::jsonb, approver = :approver,
                                    approver_name = :approverName, legal_check = :legalCheck::jsonb,
                                    preservation = :preservation::jsonb, production = :production::jsonb,
                                    conditions = :conditions::jsonb, translations = :translations::jsonb, urgency = :urgency,
                                    expected_deletion = :expectedDeletion, kept_until = :keptUntil
                                where id = :id and version = :version
                                """), request).update();
        if (changed == 0) {
            throw new ActRefused.ChangedMeanwhile(request.reference());
        }
        return request.saved();
    }

    private static JdbcClient.StatementSpec columns(JdbcClient.StatementSpec statement, Request request) {
        return statement
                .param("id", request.id().value())
                .param("follows", request.follows().map(RequestId::value).orElse(null))
                .param("counterpart", request.counterpart().map(PartyId::value).orElse(null))
                .param("reference", request.reference())
                .param("counterpartReference", request.counterpartReference())
                .param("state", request.state().name())
                .param("version", request.version())
                .param("content", StoredJson.write(request.content()))
                .param("route", request.route().map(StoredJson::write).orElse(null))
                .param("approver", request.approver().map(it -> it.id().value()).orElse(null))
                .param(
                        "approverName",
                        request.approver().map(Request.Signatory::name).orElse(null))
                .param("legalCheck", request.legalCheck().map(StoredJson::write).orElse(null))
                .param(
                        "preservation",
                        request.preservation().map(StoredJson::write).orElse(null))
                .param("production", request.production().map(StoredJson::write).orElse(null))
                .param("conditions", request.conditions().map(StoredJson::write).orElse(null))
                .param("translations", StoredJson.write(request.translations()))
                .param("urgency", request.content().urgency().level().name())
                .param("expectedDeletion", Times.stored(request.content().data().expectedDeletion()))
                .param("keptUntil", Times.stored(request.preservation().map(Preservation::keptUntil)));
    }

    Optional<Request> find(RequestId id) {
        return jdbc.sql("select * from cooperation.request where id = :id")
                .param("id", id.value())
                .query(Requests::read)
                .optional();
    }

    /** Held until the transaction ends, so that two acts on one request follow each other. */
    Optional<Request> hold(RequestId id) {
        return jdbc.sql("select * from cooperation.request where id = :id for update")
                .param("id", id.value())
                .query(Requests::read)
                .optional();
    }

    /** Another request with this party was acknowledged, on either side: it is no stranger. */
    boolean dealtWithBefore(PartyId party, RequestId except) {
        return jdbc.sql("""
                        select exists (select from cooperation.request
                                         join cooperation.step on step.request = request.id
                                        where counterpart = :party and request.id <> :except
                                          and step.event = 'ACKNOWLEDGED' and step.effective)
                        """)
                .param("party", party.value())
                .param("except", except.value())
                .query(Boolean.class)
                .single();
    }

    /** This node had an order under this provision with the party before. */
    boolean orderedBefore(PartyId party, String provision, RequestId except) {
        return jdbc.sql("""
                        select exists (select from cooperation.request
                                         join cooperation.step on step.request = request.id
                                        where counterpart = :party and request.id <> :except
                                          and route ->> 'provision' = :provision and step.event = 'APPROVED')
                        """)
                .param("party", party.value())
                .param("provision", provision)
                .param("except", except.value())
                .query(Boolean.class)
                .single();
    }

    boolean hasReference(String reference) {
        return jdbc.sql("select exists (select from cooperation.request where reference = :reference)")
                .param("reference", reference)
                .query(Boolean.class)
                .single();
    }

    /** This side's copies of requests that follow the given one up, oldest first. */
    List<Request> following(RequestId id) {
        return jdbc.sql("select * from cooperation.request where follows = :id order by opened_at, reference")
                .param("id", id.value())
                .query(Requests::read)
                .list();
    }

    /** Those that ask several States for the same, oldest first, by the partial index request_one_of. */
    List<Request> ofGroup(UUID group) {
        return jdbc.sql("""
                        select * from cooperation.request where content -> 'oneOf' ->> 'group' = :group
                        order by opened_at, reference
                        """)
                .param("group", group.toString())
                .query(Requests::read)
                .list();
    }

    List<Request> of(CaseFileId caseFile) {
        return jdbc.sql("select * from cooperation.request where case_file = :caseFile order by opened_at, reference")
                .param("caseFile", caseFile.value())
                .query(Requests::read)
                .list();
    }

    /** Open requests that the person may see, by the partial index request_open. */
    List<Request> open(Person person) {
        return jdbc.sql("""
                        select request.* from cooperation.request
                        left join cooperation.case_file on case_file.id = request.case_file
                        where %s
                          and %s
                        order by request.opened_at
                        """.formatted(OPEN, VISIBLE))
                .params(visibility(person))
                .query(Requests::read)
                .list();
    }

    /** Those in an emergency that have left their drafter, and that the person may see. */
    List<Request> emergencies(Person person) {
        return jdbc.sql("""
                        select request.* from cooperation.request
                        left join cooperation.case_file on case_file.id = request.case_file
                        where kind in (:emergencies) and state not in ('DRAFT', 'AWAITING_APPROVAL') and %s
                        """.formatted(VISIBLE))
                .params(visibility(person))
                .param("emergencies", EMERGENCIES)
                .query(Requests::read)
                .list();
    }

    DutyBoard.Counts counts(Person person) {
        return jdbc.sql("""
                        select count(*) as open,
                               count(*) filter (where side = 'REQUESTED'
                                   and %s) as waiting
                        from cooperation.request
                        left join cooperation.case_file on case_file.id = request.case_file
                        where %s
                          and %s
                        """.formatted(UNDECIDED, OPEN, VISIBLE))
                .params(visibility(person))
                .query((row, number) -> new DutyBoard.Counts(row.getInt("open"), row.getInt("waiting")))
                .single();
    }

    /** Newest first. */
    List<Request> search(Person person, RequestFilter wanted, int page, int size) {
        return jdbc.sql("""
                        select request.* from cooperation.request
                        left join cooperation.case_file on case_file.id = request.case_file
                        where %s
                          and concat_ws(' ', request.reference, counterpart_reference, counterpart, state, content::text)
                              ilike all (select '%%' || word || '%%' from unnest(string_to_array(:words, ' ')) as word)
                          and side = coalesce(:side, side) and kind = coalesce(:kind, kind)
                          and state = coalesce(:state, state) and (not :openOnly or %s)
                        order by request.opened_at desc, request.reference desc
                        limit :size offset :skip
                        """.formatted(VISIBLE, OPEN))
                .params(visibility(person))
                .param(
                        "words",
                        wanted.words().strip().replaceAll("[%_\\\\]", "").replaceAll("\\s+", " "))
                .param("side", wanted.side().map(Side::name).orElse(null), Types.VARCHAR)
                .param("kind", wanted.kind().map(RequestKind::name).orElse(null), Types.VARCHAR)
                .param("state", wanted.state().map(RequestState::name).orElse(null), Types.VARCHAR)
                .param("openOnly", wanted.openOnly())
                .param("size", size)
                .param("skip", (long) page * size)
                .query(Requests::read)
                .list();
    }

    /** Providers that have an order of this node which is not over. */
    List<PartyId> awaitedProviders() {
        return jdbc.sql("""
                        select distinct counterpart from cooperation.request
                        where side = 'REQUESTING' and kind in (:orders) and %s
                          and state not in ('DRAFT', 'AWAITING_APPROVAL') and counterpart is not null
                        """.formatted(OPEN))
                .param("orders", ORDERS)
                .query((row, number) -> new PartyId(row.getString("counterpart")))
                .list();
    }

    static final List<String> ORDERS = Arrays.stream(RequestKind.values())
            .filter(RequestKind::isOrder)
            .map(Enum::name)
            .toList();

    private static final List<String> EMERGENCIES = Arrays.stream(RequestKind.values())
            .filter(RequestKind::isEmergency)
            .map(Enum::name)
            .toList();

    /** The predicate of the partial index request_open, word for word. */
    static final String OPEN = "state not in " + those(RequestState::isOver);

    private static final String UNDECIDED = "state in " + those(RequestState::isUndecided);

    private static String those(Predicate<RequestState> which) {
        return Arrays.stream(RequestState.values())
                .filter(which)
                .map(state -> "'" + state + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The rule of {@link Visibility#isVisible} as a condition; both are tested against each other. */
    private static final String VISIBLE = """
            (case_file.id is null
                 and (kind in (:orderKinds) and :orders
                      or kind not in (:orderKinds) and (:incoming or :carriedOut and state in %s))
             or %s
             or exists (select from cooperation.assignment
                         where assignment.request = request.id and assignment.person = :person))
            """.formatted(those(RequestState::isCarriedOut), CaseFiles.VISIBLE);

    private static java.util.Map<String, Object> visibility(Person person) {
        var parameters = new java.util.HashMap<>(CaseFiles.visibility(person));
        parameters.put("incoming", Visibility.ofIncoming(person));
        parameters.put("carriedOut", Visibility.ofCarriedOut(person));
        parameters.put("orders", Visibility.ofOrders(person));
        parameters.put("orderKinds", ORDERS);
        return parameters;
    }

    private static Request read(ResultSet row, int number) throws SQLException {
        return new Request(
                new RequestId(row.getObject("id", UUID.class)),
                RequestKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("follows", UUID.class)).map(RequestId::new),
                Side.valueOf(row.getString("side")),
                Optional.ofNullable(row.getObject("case_file", UUID.class)).map(CaseFileId::new),
                Optional.ofNullable(row.getString("counterpart")).map(PartyId::new),
                row.getString("reference"),
                row.getString("counterpart_reference"),
                RequestState.valueOf(row.getString("state")),
                row.getInt("version"),
                StoredJson.read(row.getString("content"), RequestContent.class),
                StoredJson.find(row.getString("route"), PlannedRoute.class),
                signatory(row, "drafter"),
                signatory(row, "approver"),
                StoredJson.find(row.getString("legal_check"), LegalCheck.class),
                StoredJson.find(row.getString("preservation"), Preservation.class),
                StoredJson.find(row.getString("production"), Production.class),
                StoredJson.find(row.getString("conditions"), Conditions.class),
                StoredJson.find(row.getString("translations"), Translations.class)
                        .orElse(Translations.NONE),
                Times.read(row, "opened_at"));
    }

    private static Optional<Request.Signatory> signatory(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        var name = row.getString(column + "_name");
        return id == null || name == null
                ? Optional.empty()
                : Optional.of(new Request.Signatory(new PersonId(id), name));
    }
}
