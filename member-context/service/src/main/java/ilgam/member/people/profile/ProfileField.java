package ilgam.member.people.profile;

/** The fields of a profile for optimistic locking: concurrent changes of different fields do not conflict. */
enum ProfileField {
    DISPLAY_NAME,
    LOCALE,
    TIME_ZONE,
    AVATAR_COLOUR
}
