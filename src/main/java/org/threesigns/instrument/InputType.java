package org.threesigns.instrument;

/** How the answers of a response scale are asked for. */
public enum InputType {
    /** One of its options is chosen. */
    CHOICE,
    /** A box of a question that asks to tick all that fit: its first option is the box left open, its second the ticked one. */
    CHECKBOX
}
