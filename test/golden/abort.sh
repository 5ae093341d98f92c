(exit 1);
