package ilgam.member.identity.account;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import ilgam.member.identity.account.AccountReservation.Reserved;
import ilgam.member.identity.audit.Client;
import ilgam.member.language.MemberId;
import ilgam.member.people.membership.MemberRefused;
import ilgam.member.time.company.FirstZone;
import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.AlreadyExists;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.messaging.Outcome;
import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.projection.ReadYourWrites;

/** Registers a new member, or lets a known person claim their account. */
@Component
public class SignUp {

    private static final Logger LOG = LoggerFactory.getLogger(SignUp.class);

    private final AccountReservation reservation;
    private final Accounts accounts;
    private final PasswordHashing hashing;
    private final Commands commands;
    private final ReadYourWrites writes;
    private final FirstZone companyZone;

    SignUp(
            AccountReservation reservation,
            Accounts accounts,
            PasswordHashing hashing,
            Commands commands,
            ReadYourWrites writes,
            FirstZone companyZone) {
        this.reservation = reservation;
        this.accounts = accounts;
        this.hashing = hashing;
        this.commands = commands;
        this.writes = writes;
        this.companyZone = companyZone;
    }

    /** Creates the account. Its member can log in and is in the directory when this returns. */
    public MemberId signUp(NewAccount wanted, Client client) {
        var reserved = reservation.begun(wanted).orElseGet(() -> reserve(wanted, client));
        var member = reserved.command().member();
        send(reserved);
        writes.await("accounts", member, () -> reservation.isConfirmed(member));
        companyZone.ensure();
        writes.await("members", member, () -> accounts.isShown(member));
        return member;
    }

    /**
     * Releases the reservation of an earlier attempt only on a refusal, which that attempt would meet too. On any other
     * failure the event of that attempt may have been appended.
     */
    private void send(Reserved reserved) {
        var command = reserved.command();
        try {
            commands.send(
                    command,
                    MetaData.with(Metadata.ACTOR, command.member().toString()).and(Metadata.SOURCE, "web"));
        } catch (AlreadyExists meanwhile) {
            LOG.debug("{} was registered by a sign-up before.", command.member());
        } catch (RuntimeException failure) {
            var refused = refusal(failure);
            if (refused != null && hasAccountByAnEarlierAttempt(command.member(), refused)) return;
            if (refused != null || (reserved.isNew() && Outcome.of(failure).isKnown()))
                reserved.address().release();
            throw refused == null ? failure : AccountReservation.claimed();
        }
    }

    private static MemberRefused.@Nullable Reason refusal(RuntimeException failure) {
        return failure instanceof CommandExecutionException refused
                        && RuleRefused.reasonOf(refused) instanceof MemberRefused.Reason reason
                ? reason
                : null;
    }

    /**
     * Whether the account stems from an earlier attempt whose answer was lost: the aggregate has an account and the
     * reservation is this sign-up's.
     */
    private boolean hasAccountByAnEarlierAttempt(MemberId member, MemberRefused.Reason refused) {
        return refused == MemberRefused.Reason.HAS_ACCOUNT && reservation.isTheirs(member);
    }

    private Reserved reserve(NewAccount wanted, Client client) {
        try {
            var fresh = new MemberId(Ids.next());
            return reservation.reserve(fresh, wanted, hashing.hash(wanted.password()), client);
        } catch (RuntimeException refused) {
            if (wanted.signUpKey() == null) throw refused;
            return reservation.begun(wanted).orElseThrow(() -> refused); // the same sign-up arrived twice at once
        }
    }
}
