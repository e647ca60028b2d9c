package ilgam.starter.refusal;

/** Why something is refused. Enums implement it, and a service lists them in its {@link Refusals}. */
public interface Refusal extends Code {}
