package vmconf.compiler.project;

/// A project file that cannot be used; the message names the file, the place and the way out.
public final class ProjectException extends Exception {
    private static final long serialVersionUID = 1;

    ProjectException(String message) {
        super(message);
    }
}
