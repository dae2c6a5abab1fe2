package org.threesigns.accounts;

/** Something wrong with a form that was sent: the field that it is shown at, and a message. */
interface FormProblem {

    String field();

    String message();
}
