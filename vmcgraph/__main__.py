"""Run the command line by ``python -m vmcgraph``."""

from vmcgraph.cli import main

if __name__ == "__main__":
    main(prog_name="vmcgraph")
