"""How many sockets the server may hold open."""

WANTED = 65_536


def allow_many_sockets() -> None:
    """Raise this process's limit of open files as far as the system lets it, up to `WANTED`.

    Desktops often start with 1024, which is fewer than a thousand players and their peers need.
    """
    try:
        import resource
    except ImportError:  # Windows, which has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = WANTED if hard == resource.RLIM_INFINITY else min(WANTED, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
