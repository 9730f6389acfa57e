package org.billrunconsole.ui.notices;

/** The operator's choices about notices, remembered from one start to the next. */
public interface NoticeChoices {

    /** True while nothing may pop up, here or on the desktop. */
    boolean isDoNotDisturb();

    void setDoNotDisturb(boolean on);

    /** True if the operating system may show notices while the window is not in front. */
    boolean isOnDesktop();
}
