package ilgam.member.account;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import ilgam.member.audit.Client;
import ilgam.member.language.MemberId;
import ilgam.member.membership.MemberCommand;
import ilgam.member.membership.MemberRefused;
import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.AlreadyExists;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.projection.ReadYourWrites;

/** Somebody becomes a member by themselves, or gets the account of the known person they are. */
@Component
public class SignUp {

    private static final Logger LOG = LoggerFactory.getLogger(SignUp.class);

    private final AccountReservation reservation;
    private final PasswordHashing hashing;
    private final Commands commands;
    private final ReadYourWrites writes;
    private final AccountConfirmation confirmation;

    SignUp(
            AccountReservation reservation,
            PasswordHashing hashing,
            Commands commands,
            ReadYourWrites writes,
            AccountConfirmation confirmation) {
        this.reservation = reservation;
        this.hashing = hashing;
        this.commands = commands;
        this.writes = writes;
        this.confirmation = confirmation;
    }

    /** Makes the account; its member can log in and is in the directory when this returns. */
    public MemberId signUp(NewAccount wanted, Client client) {
        var ask = reservation.begun(wanted).orElseGet(() -> reserve(wanted, client));
        var member = ask.member();
        send(ask);
        writes.await(() -> confirmation.isConfirmed(member));
        return member;
    }

    private void send(MemberCommand ask) {
        try {
            commands.send(
                    ask, MetaData.with(Metadata.ACTOR, ask.member().toString()).and(Metadata.SOURCE, "web"));
        } catch (AlreadyExists meanwhile) {
            LOG.debug("{} was registered by a sign-up before.", ask.member());
        } catch (CommandExecutionException failure) {
            if (!(MemberRefused.in(failure) instanceof MemberRefused)) throw failure;
            reservation.giveBack(ask.member());
            throw AccountReservation.claimed();
        }
    }

    private MemberCommand reserve(NewAccount wanted, Client client) {
        try {
            return reservation.reserve(new MemberId(Ids.next()), wanted, hashing.hash(wanted.password()), client);
        } catch (RuntimeException refused) {
            if (wanted.signUpKey() == null) throw refused;
            return reservation.begun(wanted).orElseThrow(() -> refused); // the same sign-up came twice at once
        }
    }
}
