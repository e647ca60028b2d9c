package ilgam.work.project;

import ilgam.member.language.MemberId;

/**
 * The member who changes a project.
 *
 * @param steersAll a manager or an admin, who may run projects that others started
 */
public record Steward(MemberId member, boolean steersAll) {}
