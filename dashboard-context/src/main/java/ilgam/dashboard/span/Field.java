package ilgam.dashboard.span;

/** The field that an event set. All others are carried over from the previous state. */
enum Field {
    OPENING {
        @Override
        State carry(State before, State own) {
            return own;
        }
    },
    STATUS {
        @Override
        State carry(State before, State own) {
            return before.withStatus(own.status(), own.statusAt());
        }
    },
    ASSIGNEE {
        @Override
        State carry(State before, State own) {
            return before.withAssignee(own.assignee());
        }
    },
    KIND {
        @Override
        State carry(State before, State own) {
            return before.withKind(own.kind());
        }
    },
    PRIORITY {
        @Override
        State carry(State before, State own) {
            return before.withPriority(own.priority());
        }
    },
    DUE {
        @Override
        State carry(State before, State own) {
            return before.withDueOn(own.dueOn());
        }
    },
    RESOLUTION {
        @Override
        State carry(State before, State own) {
            return before.withResolution(own.resolution());
        }
    },
    DELETED {
        @Override
        State carry(State before, State own) {
            return before.withDeleted(own.deleted());
        }
    };

    /** The state after an event: this field from {@code own}, all others from {@code before}. */
    abstract State carry(State before, State own);
}
