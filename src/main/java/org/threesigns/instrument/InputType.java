package org.threesigns.instrument;

/** How the answers of a response scale are asked for. */
public enum InputType {
    /** One of several labelled options. */
    CHOICE,

    /** A box of a question that asks to tick all that fit: its first option is the box left open, its second the ticked one. */
    CHECKBOX,

    /** A whole number that is typed. */
    NUMBER,

    /** A whole number that a place on a line stands for. */
    SLIDER;

    /** Whether the answers are numbers, which need no label. */
    public boolean isNumber() {
        return this == NUMBER || this == SLIDER;
    }
}
